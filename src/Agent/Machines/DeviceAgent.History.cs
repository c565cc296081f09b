namespace Presentity.Agent;

/// <summary>What is remembered is read out by programs, too.</summary>
public sealed partial class DeviceAgent
{
    partial void LendHistory(ReadOuts readOuts) => readOuts.History = history;

    partial void ForgetPast() => readOuts.ForgetPast();
}
