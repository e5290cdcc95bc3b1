#!/usr/bin/python3
"""Validates JSON (one text, or one a line with --lines) against a JSON Schema.

    validate.py [--lines] SCHEMA FILE

Prints what is wrong where, one line each; exit 1 where anything is.
"""
import json
import sys

import jsonschema


def main(arguments):
    lines = arguments[:1] == ["--lines"]
    schema_path, path = arguments[1:] if lines else arguments
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    made = jsonschema.validators.validator_for(schema)
    made.check_schema(schema)
    validator = made(schema, format_checker=jsonschema.FormatChecker())
    with open(path, encoding="utf-8") as file:
        texts = file.read().splitlines() if lines else [file.read()]
    good = True
    for number, text in enumerate(texts, 1):
        for error in validator.iter_errors(json.loads(text)):
            good = False
            where = "/".join(str(part) for part in error.absolute_path)
            print(f"{path}:{number}: {where}: {error.message[:300]}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
