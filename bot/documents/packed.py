"""Workbooks and Word documents are zip files, and a small one can be made to unpack to all the memory there is."""

import io
import zipfile

MOST_UNPACKED = 64 * 1024 * 1024  # bytes: twice a sheet of 20 000 rows


def unpacks_to_too_much(content: bytes) -> bool:
    """By what the file says of itself: more than that is never unpacked. Raises BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return sum(part.file_size for part in packed.infolist()) > MOST_UNPACKED
