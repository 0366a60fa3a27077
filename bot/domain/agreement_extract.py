"""A plan as it was when it was given out, carried along in its own file.

Read back, it tells what somebody has changed in the file from what has been changed here meanwhile.
"""

import base64
import json
import zlib
from dataclasses import replace

from bot.domain.agreement_file import AgreementFile, ExtractPart, FileError, read_agreement, write_agreement

IN_A_CELL = 30_000  # signs; Excel holds some more. A multiple of eight, so that no part is padding alone
MARK = "Z"
"""Begins each part: without it one could look like a number, or a formula."""
MOST_UNPACKED = 32 * 1024 * 1024  # bytes: many times the largest plan; a small text can be made to unpack to more


def with_extract(file: AgreementFile) -> AgreementFile:
    """Itself, as it is now, inside it."""
    said = json.dumps(write_agreement(replace(file, extract=())), default=str, ensure_ascii=False)
    packed = base64.b32encode(zlib.compress(said.encode(), 9)).decode()
    starts = range(0, len(packed), IN_A_CELL)
    parts = (packed[start : start + IN_A_CELL] for start in starts)
    return replace(file, extract=tuple(ExtractPart(number=n, content=MARK + part) for n, part in enumerate(parts, 1)))


def extracted(file: AgreementFile) -> AgreementFile | None:
    """What the file was when it was given out. None where that is not in it, or is spoilt, or of another agreement."""
    try:
        packed = "".join(part.content.removeprefix(MARK) for part in sorted(file.extract, key=_number))
        said = json.loads(_unpacked(base64.b32decode(packed))) if packed else None
        was = read_agreement(said) if said else None
    except (ValueError, zlib.error, FileError):  # somebody has been at it: then it says nothing
        return None
    return was if was and was.key == file.key else None


def _number(part: ExtractPart) -> int:
    return part.number


def _unpacked(packed: bytes) -> bytes:
    """Raises ValueError for more than there is reason for."""
    reading = zlib.decompressobj()
    content = reading.decompress(packed, MOST_UNPACKED)
    if reading.unconsumed_tail:
        raise ValueError("too much")
    return content
