"""Usage: python change-points-with-otava.py <series.json>

Prints the milliseconds of CPU time that apache-otava needs for all series, and its answers.
"""

import json
import sys
import time

from otava.analysis import compute_change_points

with open(sys.argv[1]) as file:
    all_series = json.load(file)

before = time.process_time()
answers = [compute_change_points(series)[0] for series in all_series]
cpu_ms = (time.process_time() - before) * 1000


def row(point):
    stats = point.stats
    return [int(point.index)] + [
        float(value) for value in (stats.pvalue, stats.change_magnitude(), stats.mean_1, stats.mean_2)
    ]


print(json.dumps({"cpuMs": cpu_ms, "answers": [[row(point) for point in points] for points in answers]}))
