"""How passwords are kept, and how secrets of links are."""

import hashlib

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two rounds and one thread: OWASP's choice, and 200 people can sign in on an old laptop."""

    time_cost = 2
    memory_cost = 19_456
    parallelism = 1


def sum_of(secret: str) -> str:
    """Return what is kept of a secret that is long and random: its sum is enough, since nobody can guess it."""
    return hashlib.sha256(secret.encode()).hexdigest()
