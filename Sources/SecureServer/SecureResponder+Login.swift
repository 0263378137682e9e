import HTTPTypes
import Hummingbird
import Publication
import Store

/// Logging in and out.
extension SecureResponder {
    func loginPage(_ frame: SecureFrame) -> Response {
        let page = LoginPage(wording: frame.wording).page()
        return made(frame.page(title: page.title, main: page.main), .ok)
    }

    func login(
        _ form: FormFields,
        _ address: String,
        _ frame: SecureFrame
    ) throws -> Response {
        do {
            // Whatever token came along stays what it was: a login always gets a new one.
            let (token, _) = try desk.login(
                name: form["name"] ?? "",
                password: form["password"] ?? "",
                address: address,
                place: .page
            )
            var response = goTo("/", frame)
            response.headers[.setCookie] = setCookie(token)
            return response
        } catch LoginRefusal.wrong {
            let page = LoginPage(wording: frame.wording).page(mistake: "secure.login.wrong")
            return made(frame.page(title: page.title, main: page.main), .unauthorized)
        } catch LoginRefusal.wait(let seconds) {
            let page = LoginPage(wording: frame.wording).page(
                mistake: "secure.login.wait",
                ["seconds": "\(seconds)"]
            )
            var response = made(frame.page(title: page.title, main: page.main), .tooManyRequests)
            response.headers[.retryAfter] = "\(seconds)"
            return response
        }
    }

    func logout(_ visit: Visit, _ frame: SecureFrame) throws -> Response {
        try store.endSession(
            token: visit.session,
            at: now(),
            logging: [visit.actor.event(.login, ["outcome": "ended", "place": "page"])]
        )
        var response = goTo("/inloggen", frame)
        response.headers[.setCookie] = setCookie(nil)
        return response
    }

    func setCookie(_ token: String?) -> String {
        "\(settings.cookieName)=\(token ?? ""); Path=/; HttpOnly; SameSite=Strict"
            + (settings.isSecure ? "; Secure" : "") + (token == nil ? "; Max-Age=0" : "")
    }
}
