"""Responses as the client gives them, with the bytes of their exchange."""

from crawler.net.client import HttpResponse


def response(url: str, body: bytes = b"words", *headers: tuple[str, str], status: str = "200 OK") -> HttpResponse:
    """A response of these headers to a GET request."""
    host, _, path = url.partition("://")[2].partition("/")
    fields = (*headers, ("Content-Length", str(len(body))))
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in fields), "", ""]
    return HttpResponse(
        url=url, status=int(status[:3]), headers=fields, body=body,
        request=f"GET /{path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode(), head="\r\n".join(lines).encode(),
    )  # fmt: skip
