import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import sharp from "sharp";
import { Agent, type Dispatcher } from "undici";
import { onTestFinished } from "vitest";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The hosts of other people, all played by one server. */
export type PictureHost = {
  /** Connects to it, whatever host is asked for. */
  readonly dispatcher: Dispatcher;
  /** What was asked for so far, as `pictures.example/a.jpg`. */
  readonly asked: readonly string[];
};

/** By host and path, such as `pictures.example/a.jpg`: the bytes of a picture, or what answers. */
type Answers = Readonly<Record<string, Buffer | Answer>>;

/** Plays the hosts of a test's pictures, as long as the test lasts. */
export async function playHosts(answers: Answers): Promise<PictureHost> {
  const { stop, ...host } = await startHosts(answers);
  onTestFinished(stop);
  return host;
}

/** Starts the hosts of several tests' pictures. */
export async function startHosts(
  answers: Answers,
): Promise<PictureHost & { readonly stop: () => Promise<void> }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const address = `${request.headers.host}${request.url}`;
    asked.push(address);
    const answer = answers[address];
    if (typeof answer === "function") answer(request, response);
    else if (answer) response.setHeader("content-type", "image/jpeg").end(answer);
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // Without TLS, also for https: what is tested is what is asked and what is made of the answer.
  const dispatcher = new Agent({
    connect: (_, callback) => {
      const socket = connect(port, "127.0.0.1");
      socket.once("connect", () => callback(null, socket));
      socket.once("error", (error) => callback(error, null));
    },
  });
  const stop = async () => {
    await dispatcher.destroy();
    server.closeAllConnections();
    server.close();
  };
  return { dispatcher, asked, stop };
}

/** A picture of one colour. */
export function plainPicture(
  width: number,
  height: number,
  colour: string,
  format: "jpeg" | "png" = "jpeg",
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .toFormat(format)
    .toBuffer();
}
