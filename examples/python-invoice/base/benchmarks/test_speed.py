from datetime import date

import pytest

from invoice.document import Invoice, Line
from invoice.money import Money
from invoice.text import render


def an_invoice_of(lines: int) -> Invoice:
    invoice = Invoice("INV-2026-0007", "DE", date(2026, 3, 1))
    for number in range(lines):
        invoice.add(Line(f"Sticker {number}", Money(50 + number), quantity=10))
    return invoice


@pytest.mark.parametrize("lines", [1, 20])
def test_render(benchmark, lines):
    assert benchmark(render, an_invoice_of(lines)).endswith("due on 2026-03-31")


def test_gross(benchmark):
    invoice = an_invoice_of(5)
    assert benchmark(lambda: invoice.gross) == Money(3_095)
