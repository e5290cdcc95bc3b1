#!/usr/bin/python3
"""Reads each format of `selon audit` back with an independent parser.

    read_back.py FORMAT FILE JSON

JSON is the audit of the same articles as --format json. Every finding must be in FILE
once, with its rule, level and message; and where the format has columns, the file's
own characters (or bytes) at those columns must be the excerpt that JSON gives. Prints
the findings as the format has them, one line each; exit 1 where something is wrong.
"""
import html
import json
import pathlib
import re
import sys
import urllib.parse
import xml.etree.ElementTree

import jsonschema

LEVELS = {"error": "error", "warning": "warning", "info": "info", "note": "info", "notice": "info"}


def lines_of(path, binary=False):
    """Lines without a BOM; a line ends as SARIF is told that it does."""
    data = pathlib.Path(path).read_bytes().removeprefix(b"\xef\xbb\xbf")
    if binary:
        return re.split(rb"\r\n|\n|\r", data)
    return re.split("\r\n|\n|\r", data.decode("utf-8"))


def cut(path, start, end, binary=False):
    """What stands between two (line, column), columns from 1, the end exclusive."""
    lines = lines_of(path, binary)
    if start[0] == end[0]:  # no end column: the rest of the line
        part = lines[start[0] - 1][start[1] - 1 : end[1] and end[1] - 1]
    else:
        part = lines[start[0] - 1][start[1] - 1 :]
    return shown_in(path, part.decode("utf-8") if binary else part)


def shown_in(path, part):
    """A part of a page as its reader sees it."""
    return html.unescape(re.sub("<[^>]*>", "", part)) if path.endswith(".html") else part


def rest_of_line(path, start):
    return cut(path, start, (start[0], None))


def sarif(text):
    log = json.loads(text)
    schema = json.loads(pathlib.Path(__file__).with_name("sarif.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(log, schema)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]
        region = place["region"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"])
        start = region["startLine"], region["startColumn"]
        end = region["endLine"], region["endColumn"]
        yield path, result["ruleId"], result["level"], result["message"]["text"], start, cut(path, start, end)


def rdjson(text):
    for found in json.loads(text)["diagnostics"]:
        place = found["location"]
        start, end = ((place["range"][e]["line"], place["range"][e]["column"]) for e in ("start", "end"))
        shown = cut(place["path"], start, end, binary=True)
        yield place["path"], found["code"]["value"], found["severity"].lower(), found["message"], start, shown


def jsonl(text):
    for line in text.splitlines():
        article = json.loads(line)
        for found in article["findings"]:
            start, end = (found["line"], found["column"]), (found["end_line"], found["end_column"])
            shown = cut(article["path"], start, end)
            yield article["path"], found["rule"], found["severity"], found["message"], start, shown


def checkstyle(text):
    for file in xml.etree.ElementTree.fromstring(text).iter("file"):
        for found in file.iter("error"):
            path = file.get("name")
            start = int(found.get("line")), int(found.get("column"))
            shown = rest_of_line(path, start)
            rule = found.get("source").removeprefix("selon.")
            yield path, rule, found.get("severity"), found.get("message"), start, shown


def junit(text):
    for suite in xml.etree.ElementTree.fromstring(text).iter("testsuite"):
        cases = suite.findall("testcase")
        assert len(cases) == int(suite.get("tests"))
        assert len(suite.findall("testcase/failure")) == int(suite.get("failures"))
        for case in cases:
            inner = case.find("failure") if case.find("failure") is not None else case.find("system-out")
            if inner is None:
                continue
            rule, place = case.get("name").split(" ")
            start = tuple(int(part) for part in place.split(":"))
            head = f"{suite.get('name')}:{place}: "
            assert inner.text.startswith(head), inner.text
            level, message = inner.text.removeprefix(head).split("\n")[0].split(": ", 1)
            shown = rest_of_line(suite.get("name"), start)
            yield suite.get("name"), rule, level, message, start, shown


def unescaped(text):
    return urllib.parse.unquote(text)


def github(text):
    for line in text.splitlines():
        command, properties, message = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line).groups()
        values = dict(part.split("=", 1) for part in properties.split(","))
        if "file" not in values:
            print(f"   {command}: {unescaped(message)}")
            continue
        path = unescaped(values["file"])
        start = int(values["line"]), int(values["col"])
        end = int(values["endLine"]), int(values["endColumn"])
        yield path, unescaped(values["title"]), command, unescaped(message), start, cut(path, start, end)


def main(kind, path, json_path):
    wanted = []
    for article in json.loads(pathlib.Path(json_path).read_text("utf-8"))["files"]:
        wanted += [(article["path"], found) for found in article["findings"]]
    good = True
    text = pathlib.Path(path).read_bytes().decode("utf-8")
    for where, rule, level, message, start, shown in globals()[kind](text):
        print(f"{where!r} {start[0]}:{start[1]} {LEVELS[level]} {rule}")
        for entry in wanted:
            found = entry[1]
            excerpt = found["excerpt"].split("\n")[0]
            same = (where, rule, LEVELS[level]) == (entry[0], found["rule"], found["severity"])
            if same and start[0] == found["line"] and message.startswith(found["message"]) and (
                shown == excerpt or kind in ("checkstyle", "junit") and shown.startswith(excerpt)
            ):
                wanted.remove(entry)
                break
        else:
            print(f"   no finding of the JSON: {message!r} at {shown!r}")
            good = False
    for where, found in wanted:
        print(f"   missing: {where!r} {found['line']}:{found['column']} {found['rule']}")
        good = False
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
