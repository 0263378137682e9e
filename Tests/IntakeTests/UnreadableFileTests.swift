import Columns
import FoundationEssentials
import Intake
import Testing

@Suite struct UnreadableFileTests {
    @Test func `a missing file is an error that names it`() throws {
        #expect(throws: DeliveryError(path: "/nowhere/a.csv", cause: .cannotOpen(code: 2))) {
            try CheckedDelivery(path: "/nowhere/a.csv")
        }
    }

    @Test func `a directory is an error`() throws {
        let folder = FileManager.default.temporaryDirectory.path
        #expect(throws: DeliveryError(path: folder, cause: .isDirectory)) {
            try CheckedDelivery(path: folder)
        }
    }

    @Test func `a device is an error`() throws {
        #expect(throws: DeliveryError(path: "/dev/null", cause: .isNoRegularFile)) {
            try CheckedDelivery(path: "/dev/null")
        }
    }

    @Test func `a file whose source is unknown is refused`() {
        let file = ReadFile(unknownSource: "a.csv")
        #expect(file.isRefused)
        #expect(file.allFindings == [.file("INT-018")])
        #expect(file.holder == nil)
    }
}
