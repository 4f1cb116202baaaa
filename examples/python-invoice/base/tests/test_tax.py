from invoice.money import Money
from invoice.tax import tax_on, tax_rate


def test_each_country_has_its_rate():
    assert tax_rate("DE") == 190
    assert tax_rate("AT") == 200


def test_reduced_goods_are_taxed_less():
    assert tax_on(Money(1000), "DE", reduced=True) == Money(70)
