# syntax=docker/dockerfile:1
FROM node:24-bookworm-slim AS packages
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
COPY scripts ./scripts
RUN npm ci --include=dev

FROM packages AS build
COPY . .
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
RUN node scripts/generate.mjs && node scripts/build-site.mjs

# What migrations and tasks need, beside what the site needs.
FROM node:24-bookworm-slim
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1 HOSTNAME=0.0.0.0 PORT=3000
WORKDIR /app
COPY --from=build --chown=root:root /src/.next/standalone ./
COPY --from=build --chown=root:root /src/node_modules ./tools/node_modules
COPY --from=build --chown=root:root /src/package.json /src/package-lock.json /src/tsconfig.json /src/prisma.config.ts ./tools/
COPY --from=build --chown=root:root /src/prisma ./tools/prisma
COPY --from=build --chown=root:root /src/scripts ./tools/scripts
COPY --from=build --chown=root:root /src/lib ./tools/lib
COPY --from=build --chown=root:root /src/messages ./tools/messages
COPY --from=build --chown=root:root /src/generated ./tools/generated
COPY --chown=root:root deploy/app.sh ./
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["./app.sh"]
CMD ["site"]
