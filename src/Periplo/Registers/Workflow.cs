using Periplo.Languages;

namespace Periplo.Registers;

/// <summary>What an account may do in a register; each role may do all that those before it may.</summary>
public enum Role
{
    /// <summary>What the public may.</summary>
    None,

    /// <summary>Sees drafts, restricted fields and the whole history.</summary>
    Reader,

    /// <summary>Writes drafts.</summary>
    Editor,

    /// <summary>Approves, corrects in place and withdraws.</summary>
    Approver,

    /// <summary>Gives roles.</summary>
    Administrator,
}

/// <summary>A state a record may be in.</summary>
/// <param name="Id">Id.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Public">Whether the public sees a record in it.</param>
public sealed record WorkflowState(string Id, Text Name, bool Public);

/// <summary>A step from one state to another.</summary>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Role">Least role that may take it.</param>
/// <param name="Name">What the button says.</param>
public sealed record WorkflowMove(string From, string To, Role Role, Text Name);

/// <summary>The states of a register's records and who moves them. A new record begins in the first state.</summary>
/// <param name="States">At least one that is not public, the first, and one that is.</param>
/// <param name="Moves">The steps allowed.</param>
public sealed record Workflow(IReadOnlyList<WorkflowState> States, IReadOnlyList<WorkflowMove> Moves)
{
    /// <summary>Where a new record and every change begin.</summary>
    public WorkflowState First => States[0];

    /// <summary>The first state the public sees.</summary>
    public WorkflowState Published => States.First(state => state.Public);

    /// <summary>A state by its id, or null.</summary>
    public WorkflowState? Find(string id) => States.FirstOrDefault(state => state.Id == id);

    /// <summary>The step between two states, or null.</summary>
    public WorkflowMove? Move(string from, string to) => Moves.FirstOrDefault(move => move.From == from && move.To == to);
}
