using Xunit.Abstractions;
using Xunit.Sdk;

namespace RingPerf.Coordination.Contract.Discovery;

/// <summary>Finds theories of the contract.</summary>
public sealed class ContractTheoryDiscoverer(IMessageSink messages) : TheoryDiscoverer(messages)
{
    public override IEnumerable<IXunitTestCase> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        ContractRequirementAttribute.SkipOf(testMethod) is { } skip
            ? CreateTestCasesForSkip(discoveryOptions, testMethod, theoryAttribute, skip)
            : base.Discover(discoveryOptions, testMethod, theoryAttribute);

    protected override IEnumerable<IXunitTestCase> CreateTestCasesForSkip(
        ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute, string skipReason) =>
    [
        new ContractTestCase(
            DiagnosticMessageSink, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod),
    ];
}
