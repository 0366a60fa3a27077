"""A take-out as files, and as the one file that they are sent in."""

import io
import zipfile
from collections.abc import Iterator

from bot.documents import take_out_attached, take_out_csv, take_out_json, take_out_sheet, take_out_text
from bot.domain import take_out_explained
from bot.domain.calendar import wall_time
from bot.domain.swedish import file_stem
from bot.domain.take_out import TakeOut


def files(found: TakeOut) -> Iterator[tuple[str, bytes]]:
    """Names, with folders, and contents. The first tells what the others are."""
    stem, explained = file_stem(found.municipality), take_out_explained.lines(found)
    yield "läs mig.txt", _text("\n".join(take_out_explained.guide(found)))
    yield f"{stem}.txt", _text(take_out_text.text(found, explained))
    yield f"{stem}.json", take_out_json.dump(found)
    yield f"{stem}.xlsx", take_out_sheet.book(found, explained)
    yield from take_out_csv.tables(found)
    yield from take_out_attached.attached(found)


def packed(found: TakeOut) -> bytes:
    """All of it in one zip."""
    out, made_at = io.BytesIO(), wall_time(found.made_at).timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(found):
            entry = zipfile.ZipInfo(f"{found.name}/{name}", made_at)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return out.getvalue()


def _text(content: str) -> bytes:
    """With the mark by which Windows knows that å, ä and ö are in UTF-8."""
    return content.encode("utf-8-sig")
