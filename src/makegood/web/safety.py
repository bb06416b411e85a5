"""What holds for every request and answer: this machine only, nothing kept, nothing loaded from elsewhere."""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.http.request import split_domain_port
from django.http.response import HttpResponseBase

Answer = Callable[[HttpRequest], HttpResponseBase]

FORWARDED: Final = (
    "HTTP_FORWARDED", "HTTP_VIA", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_PORT", "HTTP_X_FORWARDED_SERVER", "HTTP_X_REAL_IP", "HTTP_X_ORIGINAL_HOST",
    "HTTP_CF_CONNECTING_IP", "HTTP_TRUE_CLIENT_IP",
)  # fmt: skip
"""What a proxy or tunnel adds: somebody has put this site where others can reach it."""

HERE: Final = frozenset({"127.0.0.1", "::1"})

HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
}


def only_this_machine(answer: Answer) -> Answer:
    """Refuse what did not come straight from a browser on this machine."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        meta = request.META
        # Django looks at the host only where it is asked for; a page that leads another name here is refused always.
        host = split_domain_port(meta.get("HTTP_HOST", ""))[0]
        if (
            host not in settings.ALLOWED_HOSTS
            or any(name in meta for name in FORWARDED)
            or meta.get("REMOTE_ADDR", "127.0.0.1") not in HERE
        ):
            return HttpResponseBadRequest("This site answers only on the machine that it runs on.\n", "text/plain")
        return answer(request)

    return middleware


def headers(answer: Answer) -> Answer:
    """Add to each answer what keeps it from being framed, guessed at, indexed or kept."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = answer(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if isinstance(response, HttpResponse):
            # Files of the site's own looks say how long they may be kept; pages never may.
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


class BareErrors(logging.Filter):
    """Leaves of an error only what and where: its values are pupils' records."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Strip a record, and let it pass."""
        if record.exc_info and record.exc_info[1] is not None:
            frames = traceback.extract_tb(record.exc_info[2])
            own = [frame for frame in frames if "makegood" in Path(frame.filename).parts] or frames
            where = f" at {Path(own[-1].filename).name}:{own[-1].lineno}" if own else ""
            record.msg, record.args = f"{type(record.exc_info[1]).__name__}{where}", ()
            record.exc_info = record.exc_text = None
        return True
