import CaseFileStudies
import Definitions
import Domain

/// One question on the form: how it is drawn, and how its answer is read.
struct ItemField {
    /// What came in for a question.
    enum Reading: Equatable {
        case given(Coding.Answer)
        case none
        case wrong
    }

    private let item: Instrument.Item
    private let room: EntryRoom

    init(_ item: Instrument.Item, _ room: EntryRoom) {
        self.item = item
        self.room = room
    }

    /// The answer in a body.
    ///
    /// On a continuum the slider counts only when the place was chosen: it always stands somewhere.
    func answer(_ body: FormBody) -> Reading {
        let chosen = body.all(item.id)
        var text: String
        switch item.kind {
        case .choice, .choices:
            guard !chosen.isEmpty else { return .none }
            text = chosen.joined(separator: " ")
        case .continuum:
            guard let kind = chosen.first else { return .none }
            text = kind == "place" ? body["\(item.id).place"] ?? "" : kind
        }
        if body["\(item.id).estimated"] != nil,
            !item.missing.contains(where: { $0.rawValue == text })
        {
            text = "~" + text
        }
        guard let answer = item.answer(text) else { return .wrong }
        return .given(answer)
    }

    /// The question with what was answered.
    func drawn(
        _ number: Int,
        _ answer: Coding.Answer?,
        conflict: EntryMerge.Conflict?,
        isWrong: Bool,
        decides: Bool
    ) -> EntryMarkup {
        let hint = item.kind == .choices ? room.text("several") : ""
        let lines: EntryMarkup = hint.isEmpty ? "" : "<p class=\"small\">\(hint)</p>"
        return """
            <fieldset class="item" id="\(item.id)" data-item="\(item.id)"\(
                decides ? " data-decides" as EntryMarkup : "")>
            <legend>\(number). \(item.wording[room.language])</legend>
            <input type="hidden" name="items" value="\(item.id)">
            \(lines)\(warning(conflict, isWrong))\(field(answer))</fieldset>

            """
    }

    private func warning(_ conflict: EntryMerge.Conflict?, _ isWrong: Bool) -> EntryMarkup {
        if isWrong { return "<p class=\"wrong\" role=\"alert\">\(room.text("wrong"))</p>" }
        guard let conflict else { return "" }
        let said: [EntryMarkup] = conflict.records.map { record in
            let shown = record.answer.map { label($0) } ?? room.text("taken-back")
            return """
                <li>\(room.text("conflict-line", [
                    "device": record.name.device, "day": record.day, "answer": shown,
                ]))</li>
                """
        }
        return """
            <div class="wrong" role="alert"><p>\(room.text("conflict"))</p><ul>\(said)</ul></div>
            """
    }

    /// An answer in words.
    private func label(_ answer: Coding.Answer) -> String {
        answer.value.split(separator: " ").map(String.init).map { code in
            if let option = item.options.first(where: { $0.code == code }) {
                return option.label[room.language]
            }
            return Instrument.Missing(rawValue: code) == nil
                ? code : room.text("missing.\(code)")
        }.joined(separator: ", ")
    }

    private func field(_ answer: Coding.Answer?) -> EntryMarkup {
        switch item.kind {
        case .choice:
            """
            <div class="opts">\(options("radio", answer))\(missing(answer))</div>\(
                estimated(answer))
            """
        case .choices:
            """
            <div class="check">\(options("checkbox", answer))\(missing(answer))</div>\(
                estimated(answer))
            """
        case .continuum: continuum(answer)
        }
    }

    private func options(_ type: String, _ answer: Coding.Answer?) -> [EntryMarkup] {
        let codes = answer?.value.split(separator: " ").map(String.init) ?? []
        return item.options.map { option in
            button(type, option.code, option.label[room.language], codes.contains(option.code))
        }
    }

    private func missing(_ answer: Coding.Answer?) -> [EntryMarkup] {
        let type = item.kind == .choices ? "checkbox" : "radio"
        return item.missing.map { kind in
            button(
                type,
                kind.rawValue,
                room.text("missing.\(kind.rawValue)"),
                answer?.value == kind.rawValue
            )
        }
    }

    private func button(
        _ type: String,
        _ value: String,
        _ label: String,
        _ isOn: Bool
    ) -> EntryMarkup {
        """
        <label><input type="\(type)" name="\(item.id)" value="\(value)"\(
            isOn ? " checked" as EntryMarkup : "")>\(label)</label>
        """
    }

    private func estimated(_ answer: Coding.Answer?) -> EntryMarkup {
        guard item.mayBeEstimated else { return "" }
        return """
            <div class="check one"><label><input type="checkbox" name="\(item.id).estimated" value="yes"\(
                answer?.isEstimated == true ? " checked" as EntryMarkup : "")>\(
                room.text("estimated"))</label></div>
            """
    }

    private func continuum(_ answer: Coding.Answer?) -> EntryMarkup {
        let place = answer.flatMap { Int($0.value) }
        let anchors: [EntryMarkup] = item.anchors.map { "<li>\($0.label[room.language])</li>" }
        return """
            <div class="opts">\(button("radio", "place", room.text("place"), place != nil))\(
                missing(answer))</div>
            <div class="slide"><label class="vh" for="\(item.id).place">\(
                room.text("slider", ["question": item.wording[room.language]]))</label>\
            <input type="range" id="\(item.id).place" name="\(item.id).place" min="0" max="100" \
            step="1" value="\(place ?? 50)" aria-describedby="\(item.id).anchors"\(
                place == nil ? " class=\"unset\"" as EntryMarkup : "")>\
            <ol class="anchors" id="\(item.id).anchors">\(anchors)</ol></div>\(estimated(answer))
            """
    }
}
