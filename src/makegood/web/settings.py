"""Django's settings. What differs between sites is in the site's data folder, not here."""

from pathlib import Path
from typing import Any, Final

from makegood.web.site import site

_SITE: Final = site()
_HERE: Final = Path(__file__).parent

SECRET_KEY = _SITE.secret.read_text(encoding="ascii").strip()
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]

INSTALLED_APPS = [
    "django.contrib.sessions",
    "makegood.web.people",
    "makegood.web.records",
    "makegood.web.access",
    "makegood.web.kept",
    "makegood.web.words",
]

MIDDLEWARE = [
    "makegood.web.safety.only_this_machine",
    "makegood.web.safety.headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "makegood.web.options.read_once",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "makegood.web.people.signed_in.who_asks",
    "makegood.web.words.language.speak",
    "makegood.web.access.door.AccessDoor",
]

ROOT_URLCONF = "makegood.web.urls"
WSGI_APPLICATION = "makegood.web.wsgi.application"
PASSWORD_HASHERS = ["makegood.web.people.hashing.Argon2"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

_OPTIONS: Final = {
    # Only what writes begins a transaction, and it asks for the lock at once: two that read first and write then
    # would refuse each other. A write that was answered is on the disk.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
DATABASES = {
    "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": _SITE.records, "OPTIONS": _OPTIONS},
    "aside": {"ENGINE": "django.db.backends.sqlite3", "NAME": _SITE.aside, "OPTIONS": _OPTIONS},
}
DATABASE_ROUTERS = ["makegood.web.aside.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_HERE / "templates"],
        "OPTIONS": {
            "context_processors": ["makegood.web.words.context.words"],
            "builtins": ["makegood.web.words.templatetags.say"],
            "loaders": [("django.template.loaders.cached.Loader", ["django.template.loaders.filesystem.Loader"])],
        },
    },
]

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH: list[str] = []

STATIC_URL = "static/"
STATIC_ROOT = _HERE / "static"
WHITENOISE_USE_FINDERS = False
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_NAME = "makegood_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_NAME = "makegood_form"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "makegood.web.refusals.form_too_old"

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 50
FILE_UPLOAD_HANDLERS = ["makegood.web.setup.receive.Capped"]
FILE_UPLOAD_TEMP_DIR = _SITE.incoming

# A log line holds a path, and a path holds only random ids. No value of a form and no name is ever logged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"bare": {"()": "makegood.web.safety.BareErrors"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "filters": ["bare"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # What is not found is no error, and its address may hold the secret of an old link.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
    },
}
