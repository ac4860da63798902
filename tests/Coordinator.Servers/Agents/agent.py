"""An agent of aodh's own PartitionCoordinator. Prints one JSON line a poll; SIGTERM makes it leave the group and end."""

import argparse
import datetime
import json
import signal
import sys
import threading

from oslo_config import cfg

from aodh import coordination


class Stop(Exception):
    pass


def stop_on_term(signum, frame):
    raise Stop()


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument('--backend-url', required=True)
    parser.add_argument('--group', required=True)
    parser.add_argument('--member-id', required=True)
    parser.add_argument('--items', required=True)
    parser.add_argument('--poll', type=float, required=True)
    parser.add_argument('--heartbeat', type=float, required=True)
    parser.add_argument('--labels', choices=['python-bytes', 'plain'], default='python-bytes')
    return parser.parse_args()


class Recording(coordination.PartitionCoordinator):
    """Remembers the members it read last."""

    members = None

    def _get_members(self, group_id):
        self.members = super()._get_members(group_id)
        return self.members


def text(member):
    return member.decode() if isinstance(member, bytes) else member


def look(coordinator, group, items):
    coordinator.members = None
    try:
        mine = coordinator.extract_my_subset(group, items)
    except Stop:
        raise
    except Exception as e:
        print(repr(e), file=sys.stderr, flush=True)
        return 'backend-lost', [], []
    if not coordinator.is_active():
        return 'inactive', [], mine
    if coordinator.members is None:
        return 'backend-lost', [], []
    return 'member', sorted(text(m) for m in coordinator.members), mine


def beat_for_ever(coordinator, interval, ended):
    while not ended.wait(interval):
        try:
            coordinator.heartbeat()
        except Exception as e:
            print(repr(e), file=sys.stderr, flush=True)


def main():
    args = parse()
    conf = cfg.ConfigOpts()
    conf.register_opts(coordination.OPTS, group='coordination')
    conf([], project='aodh', default_config_files=[], default_config_dirs=[])
    conf.set_override('backend_url', args.backend_url, group='coordination')
    member = args.member_id if args.labels == 'plain' else args.member_id.encode()
    with open(args.items, encoding='utf-8', newline='\n') as file:
        items = [line.rstrip('\n') for line in file]

    signal.signal(signal.SIGTERM, stop_on_term)
    coordinator = Recording(conf, member)
    ended = threading.Event()
    try:
        coordinator.start()
        heart = threading.Thread(target=beat_for_ever, args=(coordinator, args.heartbeat, ended), daemon=True)
        heart.start()
        while True:
            state, members, mine = look(coordinator, args.group, items)
            print(json.dumps({
                'at': datetime.datetime.now(datetime.timezone.utc).isoformat(),
                'id': args.member_id, 'state': state, 'members': members, 'mine': mine}), flush=True)
            ended.wait(args.poll)
    except Stop:
        ended.set()
        coordinator.stop()


if __name__ == '__main__':
    main()
