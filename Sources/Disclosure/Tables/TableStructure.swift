/// *Hiërarchie*: how the codes of each dimension add up, and what else adds up.
///
/// The JSON form of it stands in `TableStructure+JSON.swift`.
public struct TableStructure: Sendable, Equatable {
    /// A dimension with its total and its ways to add up, which need not nest.
    public struct Dimension: Sendable, Equatable {
        /// The name of the column.
        public let name: String
        /// The code of the total; a table without the column stands for this code.
        public let total: String
        /// Whether belonging to a category of it can harm somebody, for group disclosure.
        public let isSensitive: Bool
        /// Whether the parts add up to the total; otherwise no relation follows from it.
        public let isAdditive: Bool
        /// The hierarchies; without any the dimension is flat under its total.
        public let hierarchies: [Hierarchy]

        /// Creates a dimension.
        public init(
            name: String,
            total: String,
            isSensitive: Bool = false,
            isAdditive: Bool = true,
            hierarchies: [Hierarchy] = []
        ) {
            self.name = name
            self.total = total
            self.isSensitive = isSensitive
            self.isAdditive = isAdditive
            self.hierarchies = hierarchies
        }
    }

    /// One way in which the codes of a dimension add up.
    public struct Hierarchy: Sendable, Equatable {
        /// A code and the codes that add up to it.
        public struct Branch: Sendable, Equatable {
            /// The code of the sum.
            public let parent: String
            /// The codes that are summed.
            public let children: [String]

            /// Creates a branch.
            public init(parent: String, children: [String]) {
                self.parent = parent
                self.children = children
            }
        }

        /// The branches, in byte order of the parent.
        public let branches: [Branch]

        /// Creates a hierarchy; branches are put in byte order of the parent.
        public init(_ branches: [Branch]) {
            self.branches = branches.sorted {
                $0.parent.utf8.lexicographicallyPrecedes($1.parent.utf8)
            }
        }
    }

    /// A relation besides the hierarchies: cells that add up to another cell.
    ///
    /// Dimensions that neither side names run over all their codes together, so that
    /// `begin + in = out_plus_end` holds for every region.
    public struct ExtraRelation: Sendable, Equatable {
        /// The parts, each as codes by dimension.
        public let parts: [[String: String]]
        /// The sum, as codes by dimension.
        public let sum: [String: String]

        /// Creates a relation.
        public init(parts: [[String: String]], sum: [String: String]) {
            self.parts = parts
            self.sum = sum
        }
    }

    /// The dimensions, in byte order of their names.
    public let dimensions: [Dimension]
    /// The relations besides the hierarchies.
    public let extraRelations: [ExtraRelation]

    /// Creates a structure and checks its hierarchies.
    ///
    /// - Throws: ``TableError`` for a cycle, a code with two parents, or one that hangs under
    ///   nothing.
    public init(
        dimensions: [Dimension],
        extraRelations: [ExtraRelation] = []
    ) throws(TableError) {
        self.dimensions = dimensions.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        self.extraRelations = extraRelations
        for dimension in self.dimensions {
            for (index, hierarchy) in dimension.hierarchies.enumerated() {
                try hierarchy.check(of: dimension, number: index + 1)
            }
        }
    }
}
