import pytest

from invoice.money import CurrencyMismatch, Money


def test_amounts_of_one_currency_add_up():
    assert Money(150) + Money(275) == Money(425)
    assert Money(500) - Money(125) == Money(375)


def test_currencies_never_mix():
    with pytest.raises(CurrencyMismatch):
        Money(100, "EUR") + Money(100, "CHF")


def test_half_a_cent_rounds_away_from_zero():
    assert Money(50).per_mille(190) == Money(10)
    assert Money(-50).per_mille(190) == Money(-10)


def test_an_amount_reads_as_money():
    assert str(Money(120_005)) == "1200.05 EUR"
    assert str(Money(-7)) == "-0.07 EUR"
