import Domain

extension PrivacyLoader {
    /// Reads `privacy/register.yaml`.
    func register() throws(DefinitionError) -> ProcessingRegister {
        let root = try folder.yaml("privacy/register.yaml").record(keys: [
            "controller", "activities", "processors",
        ])
        let controller = try root.required("controller").record(keys: ["name", "contact"])
        var activities: [ProcessingRegister.Activity] = []
        for item in try root.required("activities").list() {
            let reader = try item.record(keys: [
                "id", "title", "purpose", "subjects", "data", "recipients", "safeguards",
            ])
            activities.append(
                ProcessingRegister.Activity(
                    id: try reader.required("id").text(),
                    title: try reader.required("title").localized(),
                    purpose: try reader.required("purpose").localized(),
                    subjects: try reader.required("subjects").localized(),
                    data: try reader.required("data").localized(),
                    recipients: try reader.required("recipients").localized(),
                    safeguards: try reader.required("safeguards").localized()
                )
            )
        }
        var processors: [ProcessingRegister.Processor] = []
        for item in try root.required("processors").list() {
            let reader = try item.record(keys: ["id", "title", "task", "agreement"])
            processors.append(
                ProcessingRegister.Processor(
                    id: try reader.required("id").text(),
                    title: try reader.required("title").localized(),
                    task: try reader.required("task").localized(),
                    agreement: try reader.required("agreement").localized()
                )
            )
        }
        return ProcessingRegister(
            controller: try controller.required("name").localized(),
            contact: try controller.required("contact").localized(),
            activities: activities,
            processors: processors
        )
    }
}
