import NIOCore

/// Closes a connection that takes too long.
///
/// That is over the head of a request, over the next one, or over taking in an answer. Without it a
/// few hundred slow connections hold the server ("slow loris").
final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = Any
    typealias OutboundIn = Any

    private let head: TimeAmount
    private let answer: TimeAmount
    private var deadline = NIODeadline.distantFuture
    private var isWaiting = true
    private var watch: Scheduled<Void>?

    init(head: TimeAmount, answer: TimeAmount) {
        self.head = head
        self.answer = answer
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        watch = nil
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        watch?.cancel()
        watch = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What comes first after a wait is a whole head; what trickles in after it buys no time.
        if isWaiting {
            isWaiting = false
            deadline = .now() + answer
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { _ in
            self.isWaiting = true
            self.deadline = .now() + self.head
        }
        context.write(data, promise: written)
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard watch == nil else { return }
        deadline = .now() + head
        schedule(context)
    }

    /// Looks again when the deadline comes; one that has moved on is waited for anew.
    private func schedule(_ context: ChannelHandlerContext) {
        watch = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            guard self.deadline <= .now() else { return self.schedule(context) }
            self.watch = nil
            context.close(promise: nil)
        }
    }
}
