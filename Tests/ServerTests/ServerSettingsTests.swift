import Server
import Testing

@Suite("Settings of the server")
struct ServerSettingsTests {
    @Test func `the command line goes before the environment, and that before the file`() throws {
        let file = """
            # A comment, and an empty line.

            port = 1001
            host = 10.0.0.1
              page-rows=500
            """
        let values = try ServerSettings.gathered(
            arguments: ["port": "1003"],
            environment: [
                "IJKPUNT_SERVER_PORT": "1002",
                "IJKPUNT_SERVER_PUBLIC_ADDRESS": "https://d.example/",
            ],
            file: file
        )
        #expect(
            try ServerSettings(values)
                == ServerSettings(
                    host: "10.0.0.1",
                    port: 1003,
                    publicAddress: "https://d.example",
                    pageRows: 500
                )
        )
    }

    @Test(arguments: [
        ("port", "65536", "port: expected a number from 0 to 65535."),
        ("page-rows", "0", "page-rows: expected a number from 1 to 1000000."),
        ("head-seconds", "snel", "head-seconds: expected a number from 1 to 3600."),
        (
            "public-address", "data.example",
            "public-address: expected an address that begins with http:// or https://."
        ), ("log-requests", "ja", "log-requests: expected yes or no."),
    ])
    func `a value that is none says what was expected`(
        _ name: String,
        _ value: String,
        _ message: String
    ) {
        #expect {
            try ServerSettings([name: value])
        } throws: { error in
            "\(error)" == message
        }
    }

    @Test func `a line of the file that is no setting says which it is`() {
        #expect(throws: SettingError.badLine(number: 2)) {
            try ServerSettings.gathered(
                arguments: [:],
                environment: [:],
                file: "port = 1\npoort = 2\n"
            )
        }
        #expect(
            "\(SettingError.badLine(number: 2))"
                == "Settings file, line 2: no setting. Expected `name = value` with one of "
                + "answer-seconds, cache-bytes, definitions, head-bytes, head-seconds, host, "
                + "log-requests, page-rows, port, public-address, published."
        )
    }
}
