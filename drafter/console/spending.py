"""What a draft took of a model's tokens, or would take, in a terminal."""

from collections.abc import Iterable

from drafter.console.lists import model_line
from drafter.console.terminal import escape, say, show_table, table
from drafter.forecast import Forecast
from drafter.nouns import Limits, Prices, Profile, Usage


def show_forecast(forecast: Forecast) -> None:
    """What each section would take, and whether the budget is enough. Nothing was sent."""
    say(model_line(forecast.profile))
    if forecast.profile is None:
        say("Inget skickas och inget kostar.")
        return
    say("\nProv: inget har skickats. Uppskattat för de frågor som återstår:")
    _show(forecast.sections, forecast.total, forecast.profile.prices)
    say("Därtill kommer att meningar som får fel i kontrollen rättas, högst två gånger var.")
    _show_budget(forecast.total, forecast.profile.limits, forecast.profile.prices)


def show_usage(usage: dict[str, Usage], profile: Profile, failed: bool) -> None:
    """What each section took; ``failed`` tells that some were asked about in vain."""
    total = sum(usage.values(), Usage())
    if not total.asked:
        if not failed:
            say("\nInget nytt behövde frågas: alla svar fanns sparade.")
        return
    say("\nModellens arbete:")
    _show(usage.items(), total, profile.prices)


def _show(sections: Iterable[tuple[str, Usage]], total: Usage, prices: Prices) -> None:
    rows = table(3)
    for title, usage in (*sections, ("Sammanlagt", total)):
        rows.add_row(f"  {escape(title)}", tokens_of(usage), _cost(usage, prices))
    show_table(rows)


def tokens_of(usage: Usage) -> str:
    """``1 200 tokens in, 300 ut``, and what was answered before."""
    if not usage.asked:
        return "redan besvarat" if usage.kept else ""
    answered = count_of(usage.kept, "redan besvarad", "redan besvarade")
    kept = f", {answered}" if usage.kept else ""
    return f"{_number(usage.sent)} tokens in, {_number(usage.received)} ut{kept}"


def _cost(usage: Usage, prices: Prices) -> str:
    return money(usage.cost(prices), prices.currency) if prices.known and usage.asked else ""


def money(amount: float, currency: str) -> str:
    """A sum as it is written: two decimals, more where it would be nothing."""
    decimals = 2 if amount >= 0.1 else 4
    return f"{amount:.{decimals}f} {currency}".replace(".", ",")


def _show_budget(total: Usage, limits: Limits, prices: Prices) -> None:
    if limits.total and total.tokens > limits.total:
        say(f"Budgeten räcker inte: max_tokens_totalt är {_number(limits.total)}.")
    if limits.cost and total.cost(prices) > limits.cost:
        say(f"Budgeten räcker inte: max_kostnad är {money(limits.cost, prices.currency)}.")


def count_of(number: int, one: str, many: str) -> str:
    """``1 fråga``, ``1 200 frågor``."""
    return f"{_number(number)} {one if number == 1 else many}"


def _number(amount: int) -> str:
    """A number in groups of three, with a space that does not break."""
    return f"{amount:,}".replace(",", "\u00a0")
