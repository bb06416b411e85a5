"""Pages that refuse: one for what is not there and for what is not yours, and none says which it is."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_here(request: Any, exception: Exception | None = None) -> HttpResponse:
    """Answer for what is not there, or not for this person: the same page, from wherever it is refused."""
    request.asked = None
    return render(request, "not_here.html", status=404)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that was not made for this visit: nothing was written."""
    return render(request, "form_too_old.html", status=403)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer where something failed that should not."""
    return render(request, "failed.html", status=500)
