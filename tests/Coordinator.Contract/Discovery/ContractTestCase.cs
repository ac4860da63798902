using System.ComponentModel;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace RingPerf.Coordination.Contract.Discovery;

/// <summary>A case of the contract in one deriving class, which says whether it can run.</summary>
public sealed class ContractTestCase : XunitTestCase
{
    [EditorBrowsable(EditorBrowsableState.Never)]
    [Obsolete("For deserialization only.")]
    public ContractTestCase()
    {
    }

    public ContractTestCase(
        IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions displayOptions, ITestMethod method)
        : base(messages, display, displayOptions, method)
    {
    }

    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        ContractRequirementAttribute.SkipOf(TestMethod) ?? base.GetSkipReason(factAttribute);
}
