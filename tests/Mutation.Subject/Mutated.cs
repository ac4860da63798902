namespace RingPerf.Mutation.Subject;

/// <summary>Code with one mutant for each thing that can come of one.</summary>
public static class Mutated
{
    public const int InOnce = 0, InPlain = 1, InEqual = 2, InEndless = 3, InExit = 4, Unreached = 5, InBreaking = 6, AfterBreaking = 7;

    private static bool IsBroken;

    public static bool Once { get; } = !MutantControl.IsActive(InOnce);

    public static bool Plain() => !MutantControl.IsActive(InPlain);

    public static bool Equal() => MutantControl.IsActive(InEqual) ? true : true;

    public static bool Endless()
    {
        while (MutantControl.IsActive(InEndless))
        {
        }

        return true;
    }

    public static bool Exit()
    {
        if (MutantControl.IsActive(InExit))
        {
            Environment.Exit(1);
        }

        return true;
    }

    public static bool Breaking()
    {
        IsBroken |= MutantControl.IsActive(InBreaking);
        return !IsBroken && !MutantControl.IsActive(AfterBreaking);
    }
}
