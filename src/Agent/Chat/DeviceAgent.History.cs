namespace Presentity.Agent;

/// <summary>What is remembered is told by chat, too.</summary>
public sealed partial class DeviceAgent
{
    partial void LendHistory(ChatSpeech speech) => speech.History = history;
}
