import Definitions
import Domain
import Intake
import Testing

@Suite struct RuleWordingTests {
    @Test func `every rule has wording, and every wording a rule`() throws {
        let definitions = try Shipped.definitions()
        let entries = RuleCatalogue.entries(definitions)
        #expect(entries.map(\.code) == definitions.ruleTexts.keys.sorted())
        let rules = Set(Rule.all.map(\.code))
        #expect(rules.count == Rule.all.count)
        #expect(rules.isSubset(of: Set(entries.map(\.code))))
    }

    @Test func `rules on rows stand in the order in which they are checked, each once`() throws {
        let definitions = try Shipped.definitions()
        for rule in Rule.all {
            #expect(rule.sources.isSubset(of: Set(definitions.sources.keys)))
            for source in rule.sources {
                let columns = definitions.sources[source]?.columns.map(\.name) ?? []
                let fields = rule.fields.map(\.rawValue)
                #expect(rule.sources.count > 1 || Set(fields).isSubset(of: Set(columns)))
            }
        }
    }

    @Test func `message and remedy are there in Dutch and English and differ`() throws {
        for entry in RuleCatalogue.entries(try Shipped.definitions()) {
            for text in [entry.text.message, entry.text.remedy] {
                #expect(text.nl.count > 20)
                #expect(text.en.count > 20)
                #expect(text.nl != text.en)
            }
            #expect(!entry.text.reference.isEmpty)
            #expect(entry.text.message.nl.contains("{file}"))
            #expect(entry.text.message.en.contains("{file}"))
            #expect(!entry.text.remedy.nl.contains("{"))
            #expect(!entry.text.remedy.en.contains("{"))
        }
    }

    @Test func `both languages name the same placeholders`() throws {
        for entry in RuleCatalogue.entries(try Shipped.definitions()) {
            for name in ["{file}", "{row}", "{field}", "{subject}"] {
                let message = entry.text.message
                #expect(message.nl.contains(name) == message.en.contains(name))
            }
        }
    }

    /// Rules on rows have a row and a field; those on a whole file may have a subject instead.
    @Test func `messages of rules on rows ask for no more than their findings have`() throws {
        let texts = try Shipped.definitions().ruleTexts
        for rule in Rule.all {
            let text = try #require(texts[rule.code])
            let isOnFile = text.message.nl.contains("{subject}")
            #expect(!isOnFile || rule.scope != .row, "\(rule.code)")
            let finding = Finding(
                code: rule.code,
                severity: rule.severity,
                row: isOnFile ? nil : 2,
                field: rule.fields.first?.rawValue ?? (isOnFile ? "geslacht" : nil),
                subject: isOnFile ? "3" : nil
            )
            for language in Language.allCases {
                let message = text.rendered(finding, language)
                #expect(!message.contains("{"), "\(rule.code)")
            }
        }
    }

    /// One damaged delivery for each rule on files that reading finds, by its code.
    private static func damaged() throws -> [String: [UInt8]] {
        let text = try DeliveryText.assistance([:], [:])
        func bytes(_ change: (inout DeliveryText) -> Void) -> [UInt8] {
            var copy = text
            change(&copy)
            return Array(copy.text.utf8)
        }
        let long = String(repeating: "x", count: 70_000)
        let longer = String(repeating: "x", count: 5_000_000)
        return [
            "INT-001": [],
            "INT-002": bytes { $0.columns.removeAll { $0 == "bsn" } },
            "INT-003": bytes { $0.columns.append("bsn") },
            "INT-004": bytes { $0.rows[1]["verwijzer"] = "01;" },
            "INT-005": bytes { $0.rows[1]["verwijzer"] = "\0" },
            "INT-006": bytes { $0.rows[1]["verwijzer"] = "#" }.map { $0 == 0x23 ? 0x81 : $0 },
            "INT-007": bytes { $0.rows[0]["aanbieder"] = "1" },
            "INT-008": bytes { $0.rows[1]["aanbieder"] = "1" },
            "INT-009": bytes { $0.rows[0]["verslagperiode"] = "1" },
            "INT-010": bytes { $0.rows[1]["verslagperiode"] = "1" },
            "INT-011": bytes { $0.rows[1]["verwijzer"] = long },
            "INT-011 ": bytes { $0.rows[1]["verwijzer"] = longer },
            "INT-012": bytes { $0.columns.removeAll { $0 == "gemeente" || $0 == "postcode" } },
            "INT-013": bytes { $0.rows[1]["verwijzer"] = "\"" },
            "INT-014": bytes { text in
                text.rows = (0..<6).map { _ in ["hulpvorm": ""] }
            },
            "INT-020": bytes { $0.columns.append("naam") },
            "INT-021": bytes {
                $0.rows[1]["naam"] = "#"; $0.columns.append("naam")
            }
            .map { $0 == 0x23 ? 0xE9 : $0 },
        ]
    }

    @Test func `messages of rules on files ask for what their findings have`() throws {
        let texts = try Shipped.definitions().ruleTexts
        for (name, bytes) in try RuleWordingTests.damaged().sorted(by: { $0.key < $1.key }) {
            let code = String(name.prefix(7))
            let finding = try #require(
                CheckedDelivery(bytes).findings.first { $0.code == code },
                "\(code)"
            )
            for language in Language.allCases {
                let message = try #require(texts[code]).rendered(finding, language)
                #expect(!message.contains("{"), "\(message)")
            }
        }
    }

    @Test(arguments: [
        "INT-015", "INT-016", "INT-017", "INT-018", "INT-022", "INT-023", "INT-054",
    ])
    func `messages found outside the rows ask for the file alone`(_ code: String) throws {
        let text = try #require(Shipped.definitions().ruleTexts[code])
        for language in Language.allCases {
            let message = text.rendered(Finding(code: code, severity: .file), language)
            #expect(!message.contains("{"), "\(message)")
        }
    }
}
