using Xunit.Sdk;

namespace RingPerf.Coordination.Contract.Discovery;

/// <summary>A fact of the contract; skipped where the deriving class has a <see cref="ContractRequirementAttribute"/> unmet.</summary>
[XunitTestCaseDiscoverer("RingPerf.Coordination.Contract.Discovery.ContractFactDiscoverer", "RingPerf.Coordinator.Contract")]
public sealed class ContractFactAttribute : FactAttribute;
