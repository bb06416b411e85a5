"""Where each address leads."""

from typing import Any

urlpatterns: list[Any] = []
