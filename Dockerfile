# The server runs its TypeScript as it stands; only the client is built.
FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN node server/main.ts build && npm prune --omit=dev

FROM node:24-bookworm-slim
ENV NODE_ENV=production MARQUEE_DATA=/data HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4600
# Settling the batch in flight and stopping the database takes up to ten seconds.
STOPSIGNAL SIGTERM
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4600}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts", "all"]
