#!/usr/bin/env python3
"""The same linkage in Splink on DuckDB: splink_peer.py DATA OUT THRESHOLD.

The comparisons, levels and blocks are those of plan.json. Trained as its manual advises: the
chance of agreement among others by random pairs, the rest by expectation maximisation within each
block.
"""

import os
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


def main():
    data, out, threshold = sys.argv[1], sys.argv[2], float(sys.argv[3])
    connection = duckdb.connect()
    api = DuckDBAPI(connection)
    frames = []
    for name in ("left", "right"):
        connection.execute(
            f"CREATE TABLE {name}_list AS SELECT * FROM read_csv('{data}/{name}.csv', all_varchar = true,"
            " nullstr = '')")
        frames.append(api.register(f"{name}_list", dataset_display_name=name))
    blocks = [block_on("postcode"), block_on("municipality", "birth_year", "sex")]
    settings = SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("first_name", [0.94, 0.88]),
            cl.JaroWinklerAtThresholds("surname", [0.94, 0.88]),
            cl.ExactMatch("birth_md"),
            cl.ExactMatch("house_number"),
        ],
        blocking_rules_to_generate_predictions=blocks,
        retain_matching_columns=False,
        max_iterations=100,
        em_convergence=1e-6,
    )
    linker = Linker(frames, settings)
    linker.training.estimate_probability_two_random_records_match(
        [block_on("first_name", "surname", "birth_md")], recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for block in blocks:
        linker.training.estimate_parameters_using_expectation_maximisation(block)
    found = linker.inference.predict(threshold_match_probability=threshold)
    connection.execute(
        f"COPY (SELECT unique_id_l AS left_row, unique_id_r AS right_row, match_probability AS probability"
        f" FROM {found.physical_name}) TO '{os.path.join(out, 'splink.csv')}' (HEADER)")


main()
