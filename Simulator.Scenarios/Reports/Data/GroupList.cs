namespace Simulator.Scenarios.Reports.Data;

/// <summary>The groups of a run, numbered in the order in which they appear: miners first, then validators.</summary>
internal sealed class GroupList
{
    private readonly Dictionary<(string Name, bool IsValidator), Group> _byName = [];

    /// <summary>The groups of these neurons.</summary>
    /// <param name="members">Name of the group and side of each neuron, in order of epoch and uid; names may repeat.</param>
    public GroupList(IEnumerable<(string Name, bool IsValidator)> members)
    {
        var all = members.Distinct().ToList();
        var ordered = all.Where(g => !g.IsValidator).Concat(all.Where(g => g.IsValidator)).ToList();
        foreach (var (name, isValidator) in ordered)
        {
            bool shared = all.Contains((name, !isValidator));
            string shown = name.Length == 0 ? "(no group)" : name;
            string label = shared && isValidator ? $"{shown} (validators)" : shown;
            var group = new Group(_byName.Count, label, isValidator);
            _byName.Add((name, isValidator), group);
            All.Add(group);
        }
    }

    /// <summary>All groups, in order of their index.</summary>
    public List<Group> All { get; } = [];

    /// <summary>Groups of miners.</summary>
    public IEnumerable<Group> Miners => All.Where(g => !g.IsValidator);

    /// <summary>Groups of validators.</summary>
    public IEnumerable<Group> Validators => All.Where(g => g.IsValidator);

    /// <summary>The group of a name and side.</summary>
    public Group Of(string name, bool isValidator) => _byName[(name, isValidator)];
}
