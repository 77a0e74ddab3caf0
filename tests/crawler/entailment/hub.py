"""A hub on loopback that serves folders as repositories, by the interface that the hub's own client speaks."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.crawler.servers import Asked, Reply, reply

COMMIT = "0123456789abcdef0123456789abcdef01234567"
LARGE = ".safetensors"
"""Files that the hub keeps in its large file storage, and lists with their SHA-256 digest."""


def hub(
    repositories: Mapping[str, Path], also: Callable[[Asked], Reply | None] = lambda asked: None
) -> Callable[[Asked], Reply]:
    """Serve `repositories` (name -> folder), each at one commit called main; `also` may answer first."""

    def answer(asked: Asked) -> Reply:
        if (first := also(asked)) is not None:
            return first
        path = unquote(urlsplit(asked.path).path)
        for name, folder in repositories.items():
            if path in (f"/api/models/{name}/revision/main", f"/api/models/{name}/revision/{COMMIT}"):
                return reply(body=listing(name, folder), headers={"Content-Type": "application/json"})
            if path.startswith(f"/api/models/{name}/tree/{COMMIT}"):
                return reply(body=tree(folder), headers={"Content-Type": "application/json"})
            if path.startswith(f"/{name}/resolve/{COMMIT}/"):
                file = folder / path.removeprefix(f"/{name}/resolve/{COMMIT}/")
                return content(asked, file) if file.is_file() else reply("404 Not Found")
            if path.startswith(f"/api/models/{name}/revision/"):
                return reply("404 Not Found", headers={"X-Error-Code": "RevisionNotFound"})
        return reply("404 Not Found", headers={"X-Error-Code": "RepoNotFound"})

    return answer


def listing(name: str, folder: Path) -> bytes:
    """The description of a repository with its files."""
    files = [{"rfilename": file.name, **described(file)} for file in sorted(folder.iterdir())]
    return json.dumps({"id": name, "modelId": name, "sha": COMMIT, "private": False, "siblings": files}).encode()


def tree(folder: Path) -> bytes:
    """The files of a commit."""
    return json.dumps(
        [
            {"type": "file", "path": file.name, "oid": described(file)["blobId"], **described(file)}
            for file in sorted(folder.iterdir())
        ]
    ).encode()


def described(file: Path) -> dict[str, object]:
    """Size and digests of a file, as the hub lists them."""
    body = file.read_bytes()
    found: dict[str, object] = {
        "size": len(body),
        "blobId": hashlib.sha1(b"blob %d\0%s" % (len(body), body)).hexdigest(),
    }
    if file.name.endswith(LARGE):
        digest = hashlib.sha256(body).hexdigest()
        found["lfs"] = {"sha256": digest, "oid": digest, "size": len(body), "pointerSize": 134}
    return found


def content(asked: Asked, file: Path) -> bytes:
    """A file, or the rest of it from where a download stopped."""
    body, known = file.read_bytes(), described(file)
    etag = known["lfs"]["sha256"] if "lfs" in known else known["blobId"]  # type: ignore[index]
    headers = {"ETag": f'"{etag}"', "X-Repo-Commit": COMMIT, "Accept-Ranges": "bytes"}
    status = "200 OK"
    if found := re.match(r"bytes=(\d+)-", asked.headers.get("range", "")):
        start = int(found.group(1))
        headers["Content-Range"] = f"bytes {start}-{len(body) - 1}/{len(body)}"
        status, body = "206 Partial Content", body[start:]
    if asked.method == "HEAD":
        return reply(status, body, headers)[: -len(body) or None]
    return reply(status, body, headers)
