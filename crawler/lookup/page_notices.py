"""Phrases of pages shown in place of the page: not-found pages, parked sites, bot checks, paywalls, logins.

Each is a regular expression that ignores case; none can backtrack beyond a few dozen characters.
"""

import re


def _any(*signs: str) -> re.Pattern[str]:
    return re.compile("|".join(signs), re.IGNORECASE)


NOT_FOUND = _any(
    r"\b(?:404|410)\b.{0,40}\b(?:error\b|not found)",
    r"\b(?:error|http|status|erreur|fehler)\W{0,3}(?:404|410)\b",
    r"^\W{0,9}404\W{0,9}$",
    r"\bnot found\b",
    r"\b(?:page|file|document|article|site|url|content|story|entry)\W{1,3}(?:you\W.{0,30})?"
    r"(?:was |is |has |could |can)?(?:be )?(?:not|no longer|n.t|cannot|been)\W{0,3}(?:be )?"
    r"(?:found|exists?|available|removed|deleted|moved)",
    r"page (?:introuvable|non trouvée)",
    r"seite (?:wurde )?nicht gefunden",
    r"página no (?:encontrada|existe)",
    r"página não (?:encontrada|existe)",
    r"pagina non trovata",
    r"pagina niet gevonden",
    r"не найдена",
    r"nie znaleziono strony|strona nie istnieje",
    r"sayfa bulunamadı",
    r"sidan (?:hittades inte|kunde inte hittas)",
    r"siden (?:blev )?ikke funnet|siden findes ikke",
    r"sivua ei löyd",
    r"ページが見つかりません",
    r"页面不存在|找不到.{0,8}页|頁面不存在|找不到.{0,8}頁",
    r"페이지를 찾을 수 없",
    r"الصفحة غير موجودة",
    r"stránka nenalezena",
    r"az oldal nem található",
)
PARKED = _any(
    r"domain (?:name )?(?:is |may be )?(?:for sale|parked|reserved)",
    r"domain is currently reserved|als adresse für ihre eigene webseite",
    r"buy this domain|parked (?:free|domain)",
    r"this domain (?:has expired|is available)",
    r"domain (?:steht zum verkauf|kaufen)|ce domaine est à vendre|dominio en venta",
    r"account (?:has been )?suspended",
    r"website is (?:temporarily )?(?:suspended|unavailable)",
)
CHALLENGE = _any(
    r"just a moment|attention required|one more step|security check|pardon our interruption",
    r"checking your browser|checking if the site connection is secure|ddos protection",
    r"verify (?:that )?you are (?:a )?human|are you a robot|not a robot|(?:bot|human) verification",
    r"please (?:enable|turn on) (?:java|cookies)|(?:enable|requires|need|activate) (?:to enable )?javascript",
    r"javascript (?:is|must be) (?:disabled|required|enabled)",
    r"unusual traffic|request unsuccessful|you are being redirected",
    r"access (?:is |to this page has been )?denied",
)
CONSENT = _any(
    r"before you continue to \w|we (?:and our partners )?(?:value|care about) your privacy|we use cookies",
    r"(?:accept|agree).{0,40}cookies.{0,60}(?:continue|proceed|access)|consent to .{0,40}cookies",
    r"bevor sie (?:zu \w+ weitergehen|fortfahren)|zustimmung.{0,40}cookies|cookies akzeptieren",
    r"avant de (?:continuer|poursuivre)|accepter les cookies|antes de continuar|aceptar (?:las )?cookies",
    r"prima di continuare|accetta i cookie|voordat je verdergaat|cookies accepteren",
)
SERVICES = re.compile(
    rb"jschl[_-]|cf-chl|cf_chl_|/cdn-cgi/challenge-platform|cdn-cgi/l/chk_|sucuri_cloudproxy|_incapsula_resource"
    rb"|px-captcha|captcha-delivery\.com|geo\.captcha|awswafcaptcha|ddos-guard/js-challenge|cf-captcha",
    re.IGNORECASE,
)
BLOCKED = _any(
    r"(?:site|page|website|content|url|link) (?:is |has been )?blocked|web filter|blocked (?:site|page|by)",
    r"not available in (?:your|this) (?:country|region)|tidak dapat diakses|diblokir",
    r"internetudbyder|er blokeret|blokere for adgang|retsplejeloven|fogedret",
    r"stoppagina|page d.arrêt|website die u tracht te bezoeken",
    r"доступ.{0,40}ограничен|заблокирован|е блокиран",
    r"gesperrt(?:e seite)?|zugriff.{0,30}gesperrt|accès (?:à ce site )?bloqué|acceso (?:restringido|bloqueado)",
    r"bu siteye erişim.{0,20}engellen|该网站已被(?:阻止|屏蔽)|访问被拒绝|アクセスがブロック",
)
SERVER_ERROR = _any(
    r"\b50[0-4]\b.{0,40}(?:error|unavailable|bad gateway|time-?out|server)",
    r"internal server error|gateway time-?out|bad gateway|service (?:temporarily )?unavailable",
    r"error establishing a database connection|fatal error: uncaught",
)
PAYWALL = _any(
    r"subscri(?:be|ption|bers?)\b.{0,60}\b(?:continue|read|access|unlock|only|full)",
    r"(?:continue|keep) reading.{0,60}\bsubscri",
    r"to (?:continue|read|access|view).{0,60}\b(?:log ?in|sign ?in|register|subscribe)",
    r"already a (?:subscriber|member)",
    r"(?:réservé|reservé) aux abonnés|abonnez-vous",
    r"jetzt abonnieren|weiterlesen mit",
    r"suscríbete para|solo para suscriptores",
    r"assine para|exclusivo para assinantes",
    r"только для подписчиков",
    r"会员专享|有料会員",
)
LOGIN = _any(
    r"^\W{0,9}(?:log|sign) ?in(?:\W{0,9}(?:$|\n)|\s{0,9}[-–—|·:»]| (?:to|or|with|required|page)\b)",
    r"^\W{0,9}(?:anmelden|se connecter|connexion|iniciar sesión|entrar|вход|登录|ログイン)\b",
)
