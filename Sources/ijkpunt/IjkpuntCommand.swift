import ArgumentParser
import Foundation

/// `ijkpunt`: the person side and the making of what may be shown.
@main
struct IjkpuntCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ijkpunt",
        abstract: "Figures on help after child maltreatment and sexual violence.",
        discussion: """
            Results go to stdout, talk and progress to stderr.

            EXAMPLE
              ijkpunt demo --no-serve --out demo-out

            EXIT CODES
              0 done · 1 findings or a refusal by a rule · 2 usage · 3 bad input ·
              4 store or disk · 5 key or permit · 6 definition · 70 a fault of ours
            """,
        version: "0.1.0",
        subcommands: [
            DemoCommand.self, GenerateCommand.self, CheckCommand.self, ExplainCommand.self,
            RulesCommand.self, RevisionsCommand.self,
            ReceiveCommand.self, DeliveriesCommand.self, ComputeCommand.self,
            ExportCommand.self,
            IndicatorsCommand.self, PublishCommand.self, ReleaseCommand.self,
            PublishedCommand.self, ProtectCommand.self,
            AttackCommand.self, CompareCommand.self, ReportCommand.self,
            ServeCommand.self, VerifyCommand.self, KeyCommand.self, StatCommand.self,
            PseudonymiseCommand.self, OprfCommand.self, LinkCommand.self, AuditCommand.self,
            PermitCommand.self,
            RetentionCommand.self, SubjectCommand.self, BreachCommand.self, RegisterCommand.self,
            WeighCommand.self, ConceptsCommand.self, SimulateCommand.self,
            StudyCommand.self, CohortCommand.self,
            BackupCommand.self, RestoreCommand.self,
            AccountCommand.self, SecureServeCommand.self,
        ]
    )

    /// Parses the arguments and runs, with the exit codes of the product.
    static func main() async {
        var command: any ParsableCommand
        do {
            command = try parseAsRoot()
        } catch {
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            Console.write(code.isSuccess ? .standardOutput : .standardError, message + "\n")
            Foundation.exit(code.isSuccess ? 0 : 2)
        }
        CommandGate.set(command: CommandWords.words(of: type(of: command)))
        do {
            if var server = command as? any AsyncParsableCommand {
                try await server.run()
            } else {
                try command.run()
            }
        } catch let error as ExitCode {
            Foundation.exit(error.rawValue)
        } catch  where exitCode(for: error).isSuccess {
            // A request for help or the version ends here too.
            Console.write(.standardOutput, fullMessage(for: error) + "\n")
            Foundation.exit(0)
        } catch let error as ValidationError {
            Console.write(.standardError, fullMessage(for: error) + "\n")
            Foundation.exit(2)
        } catch {
            let complaint = Complaint(error)
            Console.write(.standardError, complaint.message(Console.fallbackLanguage) + "\n")
            Foundation.exit(complaint.code)
        }
    }
}
