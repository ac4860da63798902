using Xunit.Sdk;

namespace RingPerf.Coordination.Contract.Discovery;

/// <summary>A theory of the contract; skipped where the deriving class has a <see cref="ContractRequirementAttribute"/> unmet.</summary>
[XunitTestCaseDiscoverer("RingPerf.Coordination.Contract.Discovery.ContractTheoryDiscoverer", "RingPerf.Coordinator.Contract")]
public sealed class ContractTheoryAttribute : TheoryAttribute;
