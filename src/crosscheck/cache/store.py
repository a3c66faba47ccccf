"""Files of JSON in one folder of the user's cache, named by a hash of what they answer."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

FOLDER = "CROSSCHECK_CACHE_DIR"
"""Environment variable that names another folder."""
MAX_BYTES = 300_000_000
"""The oldest entries go where all take more."""


@dataclass(frozen=True, slots=True)
class Store:
    """One folder of entries; reading and writing never raise."""

    folder: Path

    @classmethod
    def of_user(cls) -> Store:
        """The folder that ``CROSSCHECK_CACHE_DIR`` names, else ``crosscheck`` in the user's cache folder."""
        return cls(Path(os.environ.get(FOLDER) or _user_cache() / "crosscheck"))

    def get(self, key: str) -> object:
        """Return the data of an entry; None where there is none that can be read."""
        try:
            data: object = json.loads((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValueError, RecursionError):
            return None
        return data

    def put(self, key: str, data: object) -> None:
        """Write an entry, whole or not at all; a folder that cannot be written keeps nothing."""
        path = self.folder / f"{key}.json"
        temporary = path.with_name(f".{key}.{os.getpid()}.tmp")
        with suppress(OSError, ValueError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                temporary.write_bytes(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))
                temporary.replace(path)
            finally:
                temporary.unlink(missing_ok=True)

    def prune(self) -> None:
        """Take away the oldest entries beyond ``MAX_BYTES``."""
        with suppress(OSError):
            entries = sorted(((item.stat().st_mtime_ns, item.stat().st_size, item.path) for item in os.scandir(self.folder)), reverse=True)
            total = 0
            for _, size, path in entries:
                total += size
                if total > MAX_BYTES:
                    with suppress(OSError):
                        Path(path).unlink()


def _user_cache() -> Path:
    if os.environ.get("XDG_CACHE_HOME"):
        return Path(os.environ["XDG_CACHE_HOME"])
    if sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        return Path(os.environ["LOCALAPPDATA"])
    with suppress(RuntimeError):
        return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")
    return Path.cwd() / ".crosscheck-cache"
