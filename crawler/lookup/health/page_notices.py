"""Phrases of pages shown in place of the page: not-found pages, parked sites, bot checks, paywalls, logins.

The phrases are in the data of their languages, as regular expressions that ignore case; none can backtrack beyond a few
dozen characters.
"""

import re
from functools import cache
from typing import Literal

from claims.language.loader import languages

Kind = Literal[
    "not_found", "parked", "challenge", "consent", "blocked", "server_error", "paywall", "continues", "login"
]

SERVICES = re.compile(
    rb"jschl[_-]|cf-chl|cf_chl_|/cdn-cgi/challenge-platform|cdn-cgi/l/chk_|sucuri_cloudproxy|_incapsula_resource"
    rb"|px-captcha|captcha-delivery\.com|geo\.captcha|awswafcaptcha|ddos-guard/js-challenge|cf-captcha",
    re.IGNORECASE,
)


@cache
def notice(kind: Kind) -> re.Pattern[str]:
    """Return the expression for the phrases of one kind of notice in all languages."""
    return re.compile("|".join(phrase for each in languages() for phrase in getattr(each.notices, kind)), re.IGNORECASE)
