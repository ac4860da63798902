"""Drives tooz coordinators by commands, one JSON array a line; answers each by one JSON line: {"ok": ...} or {"error": [type, text]}.

["open", name, url, member, {option: value}]   ["start"|"stop"|"heartbeat"|"run_watchers", name]
["create"|"delete"|"join"|"leave"|"members", name, group]   ["join", name, group, capabilities]
["join_partitioned", name, group, weight]   joins as a member of a partitioned group does
["caps", name, group, member]   ["update", name, group, capabilities]   ["groups", name]
["ring", labels, replicas, [node, ...], [key, ...]]   owners by aodh's HashRing

Ids and byte capabilities travel as Latin-1 text, one character a byte.
"""

import json
import sys

from aodh import coordination as aodh
from tooz import coordination

opened = {}


def to_bytes(text):
    return text.encode('latin-1')


def to_text(value):
    return value.decode('latin-1') if isinstance(value, bytes) else value


def capabilities(value):
    return to_bytes(value) if isinstance(value, str) else value


def ring(labels, replicas, nodes, keys):
    given = nodes if labels == 'plain' else [node.encode() for node in nodes]
    hashed = aodh.HashRing(given, replicas)
    owners = [hashed.get_node(key) for key in keys]
    return [owner.decode() if isinstance(owner, bytes) else owner for owner in owners]


def run(command, *args):
    if command == 'ring':
        return ring(*args)
    name, rest = args[0], args[1:]
    if command == 'open':
        url, member = rest[0], to_bytes(rest[1])
        options = rest[2] if len(rest) > 2 else {}
        opened[name] = coordination.get_coordinator(url, member, **options)
        return None
    driver = opened[name]
    if command in ('start', 'stop', 'heartbeat', 'run_watchers'):
        return getattr(driver, command)() if command == 'heartbeat' else (getattr(driver, command)(), None)[1]
    if command == 'create':
        return driver.create_group(to_bytes(rest[0])).get()
    if command == 'delete':
        return driver.delete_group(to_bytes(rest[0])).get()
    if command == 'join':
        given = [capabilities(rest[1])] if len(rest) > 1 else []
        return driver.join_group(to_bytes(rest[0]), *given).get()
    if command == 'join_partitioned':
        return driver.join_partitioned_group(to_bytes(rest[0]), weight=rest[1]) and None
    if command == 'leave':
        return driver.leave_group(to_bytes(rest[0])).get()
    if command == 'members':
        return sorted(to_text(m) for m in driver.get_members(to_bytes(rest[0])).get())
    if command == 'caps':
        return to_text(driver.get_member_capabilities(to_bytes(rest[0]), to_bytes(rest[1])).get())
    if command == 'update':
        return driver.update_capabilities(to_bytes(rest[0]), capabilities(rest[1])).get()
    if command == 'groups':
        return sorted(to_text(g) for g in driver.get_groups().get())
    raise ValueError(command)


def main():
    for line in sys.stdin:
        try:
            answer = {'ok': run(*json.loads(line))}
        except Exception as e:
            answer = {'error': [type(e).__name__, str(e)]}
        print(json.dumps(answer), flush=True)


if __name__ == '__main__':
    main()
