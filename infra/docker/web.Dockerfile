# The web page, and the one address in front of everything. Built at the root of the repository.
FROM node:20-bookworm-slim AS build
WORKDIR /mainstay
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY tsconfig.base.json tsconfig.json ./
COPY apps apps
COPY libs libs
COPY infra infra
RUN node infra/local/build.mjs --web

FROM caddy:2.10-alpine
COPY infra/docker/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /mainstay/dist/web /srv
# Certificates and the like; /data of the base image belongs to root.
ENV XDG_DATA_HOME=/tmp/data XDG_CONFIG_HOME=/tmp/config
USER 1000:1000
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s CMD ["wget", "-q", "-O", "/dev/null", "http://127.0.0.1:8080/mark.svg"]
