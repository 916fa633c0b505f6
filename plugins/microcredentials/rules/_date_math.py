"""Calculate with dates: add months, and recognize dates in the future."""

from calendar import monthrange
from datetime import date, timedelta


def add_months(day: date, months: int) -> date:
    """Return the same day of the month *months* later, or the last day of that month if it is shorter.

    A date after the year 9999, with which Python's calendar ends, becomes the last day of that year.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_future(day: date, today: date) -> bool:
    """Return whether *day* is in the future in every time zone: tomorrow has already begun somewhere."""
    return day - today > timedelta(days=1)
