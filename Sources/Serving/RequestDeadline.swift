package import NIOCore

/// Closes a connection that takes too long.
///
/// That is over the head of a request, over the next one, or over taking in an answer. Without it a
/// few hundred slow connections hold the server ("slow loris").
package final class RequestDeadline: ChannelDuplexHandler, RemovableChannelHandler {
    package typealias InboundIn = Any
    package typealias OutboundIn = Any

    private let head: TimeAmount
    private let answer: TimeAmount
    private var deadline = NIODeadline.distantFuture
    private var isWaiting = true
    private var watch: Scheduled<Void>?

    /// Creates a deadline: for the head of a request, and for taking in an answer.
    package init(head: TimeAmount, answer: TimeAmount) {
        self.head = head
        self.answer = answer
    }

    package func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    package func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    package func channelInactive(context: ChannelHandlerContext) {
        watch?.cancel()
        watch = nil
        context.fireChannelInactive()
    }

    package func handlerRemoved(context: ChannelHandlerContext) {
        watch?.cancel()
        watch = nil
    }

    package func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What comes first after a wait is a whole head; what trickles in after it buys no time.
        if isWaiting {
            isWaiting = false
            deadline = .now() + answer
        }
        context.fireChannelRead(data)
    }

    package func write(
        context: ChannelHandlerContext,
        data: NIOAny,
        promise: EventLoopPromise<Void>?
    ) {
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
