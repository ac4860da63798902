using RingPerf.Coordination.Contract.Discovery;
using RingPerf.Coordination.Servers.Etcd;

namespace RingPerf.Coordination.Etcd.Tests.Support;

/// <summary>The class runs the contract on etcd.</summary>
internal sealed class EtcdRequirementAttribute() : ContractRequirementAttribute(EtcdServer.IsInstalled, EtcdServer.Requirement);
