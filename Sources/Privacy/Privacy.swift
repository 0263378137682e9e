/// Permits and the gate.
public enum Privacy {}
