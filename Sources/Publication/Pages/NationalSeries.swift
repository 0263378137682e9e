/// The published series that the national page shows, by id and item.
enum NationalSeries {
    static let certifiedInstitutions = (id: "gi-halfyears", item: "total_trajectories")
    static let reports = (id: "veilig-thuis-national", item: "reports")
    static let advices = (id: "veilig-thuis-national", item: "advices")
    static let sexualAssaultCentres = (id: "csg-national", item: "victims")
    static let prevalence = (id: "prevalence-informants", item: "per_1000")
    static let selfReport = (id: "prevalence-self-report", item: "last_year")
    static let protectionStock = (id: "protection-stocks", item: "total")
    static let protectionFlows = "protection-flows"
    static let youthCare = (id: "youth-care-national", item: "youths")
}
