from invoice.numbering import next_number


def test_numbers_start_at_one():
    assert next_number(None, 2026) == "INV-2026-0001"


def test_numbers_count_up_within_a_year():
    assert next_number("INV-2026-0041", 2026) == "INV-2026-0042"


def test_a_new_year_starts_again():
    assert next_number("INV-2025-0311", 2026) == "INV-2026-0001"
