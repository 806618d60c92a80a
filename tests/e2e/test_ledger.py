"""The ledger by status: a choice shows its claims only, by the address alone, with and without JavaScript."""

from known import NO_SCRIPTS, Known, claims_shown, tab_to
from looking import opened
from playwright.sync_api import Browser, Page


@NO_SCRIPTS
def test_the_ledger_shows_the_claims_of_one_status(scripts: bool, chromium: Browser, known: Known) -> None:
    """A status chosen shows its claims and no other; the address keeps it, Back undoes it, «Show all» as well."""
    claims = known.evidence.status
    ledger = known.address + "claims.html"
    with opened(chromium, ledger, scripts=scripts) as (page, heard):
        assert sorted(claims_shown(page)) == sorted(claims)
        for status in dict.fromkeys(claims.values()):
            before = page.url
            wanted = sorted(claim for claim, of in claims.items() if of is status)
            page.locator(f"#show-{status.value} a").click()
            assert page.url == f"{ledger}#show-{status.value}"
            assert sorted(claims_shown(page)) == wanted
            assert page.locator(f"#show-{status.value} .num").inner_text() == str(len(wanted))
            assert _headings_without_claims(page) == []
            page.go_back()
            assert (page.url, len(claims_shown(page))) == (before, len(claims))
            page.go_forward()
            assert sorted(claims_shown(page)) == wanted
            page.locator("#show-all a:visible, .choose .all:visible").click()
            assert (page.url, len(claims_shown(page))) == (f"{ledger}#show-all", len(claims))
        assert heard.errors == []
    with opened(chromium, f"{ledger}#show-{status.value}", scripts=scripts) as (page, _):
        assert sorted(claims_shown(page)) == wanted, "the address alone must be enough"


def test_a_status_is_chosen_with_the_keyboard(chromium: Browser, known: Known) -> None:
    """Tab reaches a status, Enter chooses it, and the way back is the next that Tab reaches after the statuses."""
    with opened(chromium, known.address + "claims.html", scripts=False) as (page, _):
        status = next(iter(known.evidence.status.values()))
        tab_to(page, f"#show-{status.value}", 60)
        page.keyboard.press("Enter")
        assert len(claims_shown(page)) == list(known.evidence.status.values()).count(status)
        tab_to(page, "#show-all", 10)
        page.keyboard.press("Enter")
        assert len(claims_shown(page)) == len(known.evidence.status)


def _headings_without_claims(page: Page) -> list[str]:
    sections = page.locator(".ledger > section:visible").all()
    return [one.locator("h2").inner_text() for one in sections if not one.locator(".claims > li:visible").count()]
