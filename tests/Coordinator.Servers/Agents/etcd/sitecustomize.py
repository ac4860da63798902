"""Repairs what Debian's packages disagree on: tooz 3.1 gives etcd3gw.client() an api_path that etcd3gw 2.0's function does not take,
though its class does. Python runs this file by itself where its folder is on PYTHONPATH."""

try:
    import etcd3gw
    from etcd3gw.client import Etcd3Client
except ImportError:
    pass
else:
    etcd3gw.client = Etcd3Client
