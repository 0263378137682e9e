/// Where everything stands in a column chart of a size.
struct ColumnFrame {
    let left = 50.0
    /// The room a break takes between two places.
    let gap = 26.0
    let right: Double
    let floor: Double
    let slot: Double
    private let slots: [ColumnChart.Slot]
    private let ceiling = 22.0
    private let top: Double

    init(slots: [ColumnChart.Slot], scale: Scale, width: Double, height: Double) {
        self.slots = slots
        right = width - 4
        floor = height - 38
        top = scale.top
        let breaks = Double(slots.count { $0.breakReason != nil })
        slot = (width - 4 - left - breaks * gap) / Double(max(1, slots.count))
    }

    /// Half of the width that a small label takes at most, so that it stays within the drawing.
    static func half(_ label: String) -> Double { Double(label.count) * 3.4 }

    /// The width of a column.
    var bar: Double { min(slot * 0.62, 46) }

    /// The height at which a number stands.
    func y(_ value: Double) -> Double {
        floor - value / top * (floor - ceiling)
    }

    /// The middle of a place.
    func middle(_ index: Int) -> Double {
        let breaks = Double(slots[...index].count { $0.breakReason != nil })
        return left + breaks * gap + (Double(index) + 0.5) * slot
    }

    /// Whether there is room for the number over a column; the last known one always has it.
    func labelsValue(_ index: Int) -> Bool {
        guard slots[index].mark != .missing else { return false }
        if slots[index].mark == .suppressed || slots[index].mark.top == 0 { return true }
        if slot >= 50 { return true }
        return index == slots.lastIndex { $0.mark.top != nil }
    }

    /// Whether there is room for the name of a place.
    func labelsPeriod(_ index: Int) -> Bool {
        let named = slots.indices.filter { !slots[$0].label.isEmpty }
        guard let place = named.firstIndex(of: index), let longest = slots.map(\.label.count).max()
        else { return false }
        let room = slot * Double(slots.count) / Double(max(1, named.count))
        let every = max(1, Int((Double(longest) * 7 + 8) / room.rounded(.up) + 0.999))
        return place % every == 0
    }

    /// The foot of the number over a mark, above what stands beside it where that is close.
    func labelHeight(_ index: Int) -> Double {
        let neighbours = slot >= 50 ? index...index : max(0, index - 1)...index
        return slots[neighbours].map { labelHeight($0.mark) }.min() ?? ceiling
    }

    private func labelHeight(_ mark: Mark) -> Double {
        switch mark {
        case .suppressed: floor - 31
        case .missing: floor
        case .estimated(let value): y(value) - 11
        default: y(mark.top ?? 0) - 7
        }
    }
}
